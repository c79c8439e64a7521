import { PbPrintElement } from './print.ts';

customElements.define('pb-print', PbPrintElement);
