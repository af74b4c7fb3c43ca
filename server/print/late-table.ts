import { FileChild, type IContext, type IXmlableObject, type Table } from 'docx';

/** A table whose parts are made when it is written: those of all tables at once take 85 MB in the report of a province. */
export class LateTable extends FileChild {
  private readonly make: () => Table;

  constructor(make: () => Table) {
    super('w:tbl');
    this.make = make;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    return this.make().prepForXml(context);
  }
}
