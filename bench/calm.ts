import { loadavg } from 'node:os';

/** Waits, for two minutes at most, until the machine has little else to do. */
export async function calm(): Promise<void> {
	const end = Date.now() + 120_000;
	while ((loadavg()[0] ?? 0) > 0.8 && Date.now() < end)
		await new Promise((resolve) => setTimeout(resolve, 2000));
}
