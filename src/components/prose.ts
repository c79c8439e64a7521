// What MDX pages may use: import { Phases, Roles } from '~/components/prose.ts'.
export { default as AllHandoffs } from './AllHandoffs.astro';
export { default as Exchange } from './Exchange.astro';
export { default as FirstHour } from './FirstHour.astro';
export { default as GlossaryList } from './GlossaryList.astro';
export { default as HandoffMatrix } from './HandoffMatrix.astro';
export { default as Handoffs } from './Handoffs.astro';
export { default as Kpis } from './Kpis.astro';
export { default as PhaseList } from './PhaseList.astro';
export { default as Phases } from './Phases.astro';
export { default as Questions } from './Questions.astro';
export { default as Roles } from './Roles.astro';
export { default as SourceList } from './SourceList.astro';
export { default as Staffing } from './Staffing.astro';
export { default as Statements } from './Statements.astro';
export { default as Story } from './Story.astro';
export { default as TeamCards } from './TeamCards.astro';
export { default as Timeline } from './Timeline.astro';
