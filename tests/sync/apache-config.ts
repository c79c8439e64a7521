/** What deploy/webdav-apache.md says, with a place of its own, and the ways to get it wrong. */
import { existsSync } from 'node:fs';

const folders = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'];

/** The token that `/token/` wants, here and on the other host. */
export const token = 'tok-EN.42_~+/x==';

/** Folders beside the site: to read by anyone, for those who sign in, for those with the token. */
export const ownFolders = ['dav', 'closed', 'token'];

/**
 * Another host, so another origin and another site. It stands for a port of 127.0.0.1, since a
 * build must name its stores before there is a port: see `resolver` of a store.
 */
export const otherHost = 'http://dav.localhost';

/** The site under a name of the other host's own site: browsers send cookies to no other. */
export const nearSite = (port: number | string) => `http://playbook.dav.localhost:${port}`;

/**
 * Folders of the other host. `team`, `token` and `session` let the site in as the recipe says.
 * `shut` has no cross-origin rules, `blind` does not expose the ETag, `half` lets nobody write.
 * `unnamed` would let the site in, but the build does not name it.
 */
export const otherFolders = ['team', 'token', 'session', 'shut', 'blind', 'half', 'unnamed'];

/** What the site is built with for these tests. */
export const stores = [
	...ownFolders.map((name) => `/${name}/`),
	...otherFolders.flatMap((name) => (name === 'unnamed' ? [] : `${otherHost}/${name}/`)),
].join(' ');

export interface ServerFacts {
	readonly root: string;
	readonly port: number;
	readonly otherPort: number;
	readonly isRoot: boolean;
	/** The folder of pages. */
	readonly site: string;
}

/** The whole configuration of one Apache with two hosts. */
export function configuration({ root, port, otherPort, isRoot, site }: ServerFacts): string {
	return `ServerRoot ${root}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
Listen 127.0.0.1:${otherPort}
PidFile ${root}/pid
ErrorLog ${root}/error.log
${loadedModules()}
${isRoot ? 'User www-data\nGroup www-data' : ''}
TypesConfig /etc/mime.types
DocumentRoot ${site}
DirectoryIndex index.html
DavLockDB ${root}/lock/db
LimitRequestBody 10485760
<Directory ${site}>
	Require all granted
</Directory>
# A host that sends a policy of its own and forgot the stores.
Header set Content-Security-Policy "connect-src 'self'" "expr=%{HTTP_HOST} =~ /^strict/"
${davFolder(root, 'dav', '<LimitExcept GET HEAD OPTIONS>\n\t\tRequire valid-user\n\t</LimitExcept>')}
${davFolder(root, 'closed', 'Require valid-user')}
${davFolder(root, 'token', 'Require all granted')}
RewriteEngine on
${tokenRules}
<VirtualHost 127.0.0.1:${otherPort}>
	ServerName ${new URL(otherHost).host}
	${otherFolders.map((name) => davFolder(`${root}/others`, name, otherAccess[name] ?? open)).join('\n')}
	${otherFolders.map((name) => crossOrigin(name, port)).join('\n')}
	SetEnvIf Origin "^http://(127\\.0\\.0\\.1|playbook\\.example):${port}$" SITE=$0
	RewriteEngine on
	${tokenRules}
	# As single sign-on does: who has no session is sent to sign in.
	RewriteCond %{REQUEST_METHOD} !=OPTIONS
	RewriteCond %{HTTP_COOKIE} !team=yes
	RewriteRule ^/session/ /sign-in/ [R=302,L]
</VirtualHost>
`;
}

/** Who may do what; a browser asks with OPTIONS first, and signs in to that never. */
const open = 'Require all granted';
const otherAccess: Readonly<Record<string, string>> = {
	team: '<LimitExcept OPTIONS>\n\t\tRequire valid-user\n\t</LimitExcept>',
};

/** In the server's part, not a folder's, where `Options None` would forbid rewriting. */
const tokenRules = `RewriteCond %{REQUEST_METHOD} !=OPTIONS
	RewriteCond %{HTTP:Authorization} "!=Bearer ${token}"
	RewriteRule ^/token/ - [R=401,L]
	<Location /token/>
		Header always set WWW-Authenticate Bearer "expr=%{REQUEST_STATUS} == 401"
	</Location>`;

function davFolder(root: string, name: string, access: string): string {
	return `
Alias /${name}/ ${root}/${name}/
<Directory ${root}/${name}>
	Dav On
	Options None
	AuthType Basic
	AuthName "Shared projects"
	AuthUserFile ${root.replace(/\/others$/, '')}/people
	${access}
</Directory>`;
}

function crossOrigin(name: string, port: number): string {
	if (name === 'shut') return '';
	const site = name === 'session' ? nearSite(port) : `http://127.0.0.1:${port}`;
	// Both ways of the recipe: one site, and one of a list.
	const origin = name === 'team' ? '"%{SITE}e" env=SITE' : `"${site}"`;
	const rules = [
		`Access-Control-Allow-Origin ${origin}`,
		'Access-Control-Allow-Headers "Authorization, Content-Type, If-Match, If-None-Match"',
		'Access-Control-Max-Age 7200',
		...(name === 'half' ? [] : ['Access-Control-Allow-Methods "GET, PUT, DELETE"']),
		...(name === 'blind' ? [] : ['Access-Control-Expose-Headers "ETag, Retry-After"']),
		...(name === 'session' ? ['Access-Control-Allow-Credentials true'] : []),
	];
	const lines = rules.map((rule) => `\tHeader always set ${rule}`);
	if (name === 'team') lines.unshift('\tHeader always merge Vary Origin');
	return `<Location /${name}/>\n${lines.join('\n')}\n</Location>`;
}

function loadedModules(): string {
	const folder = folders.find((path) => existsSync(path)) ?? '';
	return ['mpm_event', 'authz_core', 'authn_core', 'authn_file', 'authz_user', 'auth_basic']
		.concat(['dav', 'dav_fs', 'dir', 'mime', 'alias', 'unixd', 'headers', 'rewrite', 'setenvif'])
		.filter((name) => existsSync(`${folder}/mod_${name}.so`))
		.map((name) => `LoadModule ${name}_module ${folder}/mod_${name}.so`)
		.join('\n');
}
