import { PbChecklistElement } from './checklist.ts';

customElements.define('pb-checklist', PbChecklistElement);
