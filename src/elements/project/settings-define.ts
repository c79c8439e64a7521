import { PbSettingsElement } from './settings.ts';

customElements.define('pb-settings', PbSettingsElement);
