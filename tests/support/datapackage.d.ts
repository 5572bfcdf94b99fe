/** The part of the Frictionless library that the tests use; it brings no types. */
declare module 'datapackage' {
  interface Resource {
    readonly descriptor: { profile?: string };
    commit(): void;
    read(options: { keyed: boolean; relations: boolean }): Promise<unknown[]>;
  }
  interface Dataset {
    readonly errors: readonly Error[];
    getResource(name: string): Resource;
  }
  const library: {
    readonly Package: {
      load(descriptor: object, options: { basePath: string; strict: boolean }): Promise<Dataset>;
    };
  };
  export default library;
}
