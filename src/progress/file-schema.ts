import { idPattern, rolePattern } from './check.ts';
import { limits } from './limits.ts';
import { format } from './project.ts';
import { statuses } from './statuses.ts';
import { latestMs } from './register.ts';

const id = { type: 'string', maxLength: limits.id, pattern: idPattern.source };
const name = { type: 'string', maxLength: limits.name };
const date = {
	type: 'string',
	pattern: '^(19|2\\d)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
};
const ids = { type: 'array', maxItems: limits.ids, items: id };
const status = {
	type: 'object',
	required: ['is', 'rev'],
	properties: {
		is: { enum: statuses },
		rev: { type: 'integer', minimum: 0, maximum: limits.rev },
		why: { type: 'string', maxLength: limits.why },
		waitsFor: name,
	},
	additionalProperties: { $ref: '#/$defs/any' },
};
const item = {
	type: 'object',
	properties: {
		status: register(status),
		owner: register(name),
		due: register(date),
		notes: entries(register({ type: 'string', maxLength: limits.note })),
	},
	additionalProperties: { $ref: '#/$defs/any' },
};

/**
 * The stored form as JSON Schema, for those who read or write project files elsewhere. In a module
 * of its own, so that no page loads it. `readProject` also knows that February has no 30th.
 */
export const projectSchema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'Project of the Commerce Team Playbook',
	type: 'object',
	required: ['format', 'version', 'id', 'playbook'],
	properties: {
		format: { const: format },
		version: { type: 'integer', minimum: 1 },
		id,
		playbook: id,
		name: register(name),
		start: register(date),
		launch: register(date),
		archived: register({ type: 'boolean' }),
		deleted: register({ type: 'boolean' }),
		rollWeekends: register({ type: 'boolean' }),
		level: register({ enum: ['essential', 'all'] }),
		markets: register(ids),
		lists: register(ids),
		teams: entries(register({ type: 'boolean' })),
		formats: entries(register(ids)),
		people: entries(register(name), { pattern: rolePattern.source, maxLength: limits.id * 2 + 1 }),
		writers: entries(register(name)),
		items: entries(item),
	},
	additionalProperties: { $ref: '#/$defs/any' },
	propertyNames: { $ref: '#/$defs/key' },
	$defs: {
		stamp: {
			description: 'When, in milliseconds since 1970, and by which tab session',
			type: 'array',
			prefixItems: [{ type: 'integer', minimum: 0, maximum: latestMs }, id],
			minItems: 2,
			items: false,
		},
		key: { not: { enum: ['__proto__', 'constructor', 'prototype'] } },
		any: {
			description: 'What this version does not know; it is kept',
			propertyNames: { $ref: '#/$defs/key' },
			additionalProperties: { $ref: '#/$defs/any' },
			items: { $ref: '#/$defs/any' },
		},
	},
};

function register(value: object) {
	return {
		type: 'array',
		prefixItems: [{ anyOf: [{ type: 'null' }, value] }, { $ref: '#/$defs/stamp' }],
		minItems: 2,
		items: { $ref: '#/$defs/any' },
	};
}

function entries(value: object, key: object = { pattern: id.pattern, maxLength: id.maxLength }) {
	return {
		type: 'object',
		maxProperties: limits.entries,
		propertyNames: { allOf: [{ $ref: '#/$defs/key' }, key] },
		additionalProperties: value,
	};
}
