import { draft, keepDraft } from '../../browser/drafts.ts';
import { myName, setMyName } from '../../browser/session.ts';
import { settings, today } from '../../browser/settings.ts';
import { randomId, store } from '../../browser/store.ts';
import { addNote, removeNote, setWriter } from '../../progress/change.ts';
import { notesOf } from '../../progress/notes.ts';
import type { Note } from '../../progress/project.ts';
import { dateInWords } from '../../words/dates.ts';
import { button, el, field } from '../parts/dom.ts';
import type { Panel, Part } from './panel.ts';
import { offerUndo, takeBack } from '../parts/undo.ts';

/** Notes with their day and, where it was given, the name of who wrote them. */
export function notesPart({ item, words, project, kept }: Panel): Part {
	const list = el('ol', { class: 'notes', role: 'list' });
	const text = el('textarea', { rows: 2, maxlength: 4000 });
	const me = el('input', { type: 'text', maxlength: 200, autocomplete: 'name' });
	me.value = myName();
	// Closing the panel is not throwing away what was begun: it stands there when it is opened again.
	// It may have been begun before there was a project, whose first edit gives it its id.
	const unowned = `:${item.id}`;
	const name = () => (project()?.id ?? '') + unowned;
	const keepText = () => {
		keepDraft(unowned, '');
		keepDraft(name(), text.value);
	};
	text.value = draft(name()) || draft(unowned);
	text.addEventListener('input', keepText);
	const add = () => {
		if (!text.value.trim()) return text.focus();
		setMyName(me.value);
		const { writer } = store();
		const isTaken = store().update(
			(doc, stamp) =>
				setWriter(addNote(doc, item.id, randomId(8), text.value, stamp), writer, me.value, stamp),
			[item.id],
		);
		if (isTaken) {
			text.value = '';
			keepText();
		}
		kept(words('panel.note'));
		text.focus();
	};
	text.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add();
	});
	const row = (note: Note) => {
		const day = dateInWords(today(new Date(note.ms)), settings().locale);
		const remove = () => {
			const before = store().project;
			if (!store().update((doc, stamp) => removeNote(doc, item.id, note.id, stamp), [item.id]))
				return kept(words('panel.note'));
			const after = store().project;
			text.focus();
			if (before && after)
				void offerUndo(words('panel.note-removed'), () => takeBack(before, after));
		};
		return el(
			'li',
			{},
			el('p', {}, note.text),
			el('small', {}, note.by ? `${day} · ${note.by}` : day),
			button(words('panel.note-remove'), remove, {
				class: 'link',
				'aria-label': words('panel.note-remove-of', { day }),
			}),
		);
	};
	const element = el(
		'section',
		{},
		el('h3', {}, words('panel.notes')),
		list,
		field(words('panel.note-new'), text),
		el(
			'div',
			{ class: 'row' },
			field(words('panel.me'), me),
			button(words('panel.note-add'), add, { class: 'button' }),
		),
	);
	const fill = () => {
		const doc = project();
		list.replaceChildren(...(doc ? notesOf(doc, item.id) : []).map(row));
	};
	return { element, fill };
}
