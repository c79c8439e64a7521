import { PbExportElement } from './export.ts';

customElements.define('pb-export', PbExportElement);
