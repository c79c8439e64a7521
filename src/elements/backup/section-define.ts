import { PbBackupElement } from './section.ts';

customElements.define('pb-backup', PbBackupElement);
