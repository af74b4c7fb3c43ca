/**
 * The flags with which the server starts processes of its own: those it was started with. A watched or inspected server has
 * a child that is neither: it would never end, or ask for the same port.
 */
export const childFlags = (): string[] => process.execArgv.filter((flag) => !/^--(watch|inspect)/.test(flag));
