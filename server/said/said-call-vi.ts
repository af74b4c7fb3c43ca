/** Calls that cannot be carried out, whatever the command. */
export const saidCallVi = {
  unknownCommand: (name: string) => `Không có lệnh "${name}". Các lệnh có thể dùng: npm run sipas -- help`,
  unknownFlag: (flag: string) => `Không có tùy chọn ${flag}.`,
  foreignFlag: (flag: string, command: string) =>
    `Lệnh ${command} không có tùy chọn ${flag}. Xem cách dùng: npm run sipas -- ${command} --help`,
  flagNeedsValue: (flag: string) => `Sau ${flag} phải có giá trị.`,
  flagTakesNone: (flag: string) => `Tùy chọn ${flag} không nhận giá trị.`,
  flagTwice: (flag: string) => `Tùy chọn ${flag} được ghi hai lần.`,
  language: 'Sau --lang ghi vi hoặc en.',
  tooManyWords: (command: string) =>
    `Có chữ thừa sau lệnh ${command}. Tên có dấu cách phải đặt trong dấu ngoặc kép. Xem cách dùng: npm run sipas -- ${command} --help`,
  sayOne: (calls: readonly string[]) =>
    calls.length > 1 ? `Ghi một trong các lệnh: ${calls.join('; ')}.` : `Ghi lệnh: ${calls.join('')}.`,
  fileMissing: (file: string) => `Không có tệp ${file}.`,
  missing: (path: string) => `Không có ${path}.`,
  notReadable: (file: string) => `Không đọc được tệp ${file}. Kiểm tra đường dẫn và quyền đọc.`,
  fileThere: (file: string) => `${file} đã có sẵn. Ghi tên một tệp mới.`,
  notWritable: (file: string) =>
    `Không ghi được ${file}. Kiểm tra thư mục có sẵn chưa và quyền ghi, hoặc chọn chỗ khác.`,
  writtenTo: (file: string) => `Đã ghi vào ${file}.`,
  noUnit: (unit: string) => `Không có đơn vị ${unit}. Xem danh sách: npm run sipas -- invite`,
  noPoint: (point: string) => `Không có điểm tiếp nhận ${point}. Xem danh sách: npm run sipas -- device`,
  noPoints: 'Chưa có điểm tiếp nhận nào. Thiết lập đơn vị trước: npm run sipas -- set-up-link',
};
export type SaidCallWords = typeof saidCallVi;
