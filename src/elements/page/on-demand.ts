/** What is fetched only when somebody asks for it, by the name that `data-open` gives it. */
const doors: Readonly<Record<string, (from?: HTMLElement) => Promise<unknown>>> = {
	/** The panel of one item: the one named by `data-item`, else the card around the opener. */
	item: async (from) => {
		const id = from?.dataset['item'] ?? from?.closest('.item')?.id;
		if (id) await (await import('../panel/panel.ts')).openPanel(id);
	},
	/** The list of projects, over the page. */
	projects: async () => (await import('../project/projects.ts')).openProjects(),
	/** A backup file of the open project. */
	backup: async () => (await import('../backup/backup.ts')).saveBackup(),
	/** The code that leads from this page's paper back to it. Nobody asked: without it nothing is said. */
	paper: async () => (await import('../print/code.ts').catch(() => null))?.drawPageCode(),
	/** A link that carries the open project. */
	share: async () => (await import('../share/share.ts')).openShare(),
	/** Why something is not saved, in words where the person is. */
	fault: async () => (await import('./notice.ts')).showFault(),
	/** After the first edit on a page: is it safe where it is? */
	watch: async () => (await import('./watch.ts')).watchOver(),
	/** A new version of the site is ready. */
	version: async () => (await import('./version.ts')).offerVersion(),
};

/** Opens what `what` names. */
export async function open(what: string, from?: HTMLElement): Promise<void> {
	try {
		await doors[what]?.(from);
	} catch {
		(await import('./notice.ts')).showFailed();
	}
}
