import { PbBackupElement } from './backup-section.ts';

customElements.define('pb-backup', PbBackupElement);
