import { PbPaperElement } from './paper.ts';

customElements.define('pb-paper', PbPaperElement);
