import { PbChecklistsElement } from './checklists.ts';

customElements.define('pb-checklists', PbChecklistsElement);
