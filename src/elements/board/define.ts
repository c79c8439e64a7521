import { PbBoardElement } from './board.ts';

customElements.define('pb-board', PbBoardElement);
