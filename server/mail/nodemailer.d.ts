/** The part of nodemailer that is used: its own types lie in a package that brings a cloud's SDK along. */
declare module 'nodemailer' {
  export interface Transport {
    sendMail(message: {
      readonly from: string;
      readonly to: string;
      readonly subject: string;
      readonly text: string;
      readonly messageId: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly disableFileAccess: boolean;
      readonly disableUrlAccess: boolean;
    }): Promise<unknown>;
    close(): void;
  }
  const nodemailer: {
    createTransport(options: Readonly<Record<string, unknown>>): Transport;
  };
  export default nodemailer;
}
