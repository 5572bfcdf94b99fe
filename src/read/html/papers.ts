/** Which files that a page links to can be reports, told by their names. */

/** Files that can hold a report, as far as the end of an address or a name tells. */
export const DOCUMENT_FILE = /\.(?:pdf|docx?|wps|wpt|ofd|rtf|odt|xlsx?|et)$/i;
/** Files that hold files. */
export const ARCHIVE_FILE = /\.(?:zip|rar|7z)$/i;
/** Papers that hang on every page of a portal. */
export const OTHER_PAPER = /指南|申请表|申請表|流程|目录|目錄|图解|解读|承诺书|授权委托|说明书/;

/** An address without its query and fragment. */
export const withoutQuery = (address: string): string => address.replace(/[?#].*$/s, '');
