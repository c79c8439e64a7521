/** One way to drive three browsers, as small as the five steps of the smoke need. */
export interface Engine {
	/** Its name and version, as it gives them itself. */
	readonly name: string;
	go(url: string): Promise<void>;
	reload(): Promise<void>;
	/** Clicks the middle of the first such element, as a person would. */
	click(selector: string): Promise<void>;
	/** Types into the first such element. */
	type(selector: string, text: string): Promise<void>;
	/** Chooses a file of the disk in a file field. */
	choose(selector: string, path: string): Promise<void>;
	/** The value of an expression in the page. */
	read<T>(expression: string): Promise<T>;
	stop(): Promise<void>;
}

/** Starts a browser; undefined where it is not installed. */
export interface Starter {
	readonly name: string;
	/** How to get it, for the message where it is missing. */
	readonly install: string;
	isHere(): boolean;
	start(): Promise<Engine>;
}
