import { PbSettingsElement } from './project-settings.ts';

customElements.define('pb-settings', PbSettingsElement);
