// Loaded into a gateway before its program: every so-many-th file under its outputs cannot be written, as on a full disk.
// The first half of the bytes still fits. `DISK_FULL_EVERY` says how many, `DISK_FULL_FOLDER` which folder.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const every = Number(process.env['DISK_FULL_EVERY'] ?? 0);
const folder = process.env['DISK_FULL_FOLDER'] ?? '';
const doomed = new Set();
let opened = 0;

function isDoomed(path) {
  if (every === 0 || folder === '' || typeof path !== 'string' || !path.startsWith(folder)) return false;
  opened += 1;
  return opened % every === 0;
}

function full() {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
}

const { openSync, closeSync, writeFileSync, writeFile } = fs;
fs.openSync = (path, flags, ...rest) => {
  const file = openSync(path, flags, ...rest);
  if (flags === 'wx' && isDoomed(path)) doomed.add(file);
  return file;
};
fs.closeSync = (file) => {
  doomed.delete(file);
  closeSync(file);
};
fs.writeFileSync = (file, bytes, ...rest) => {
  if (!doomed.has(file)) return writeFileSync(file, bytes, ...rest);
  writeFileSync(file, bytes.subarray(0, bytes.length / 2));
  throw full();
};
fs.writeFile = (file, bytes, ...rest) => {
  if (!doomed.has(file)) return writeFile(file, bytes, ...rest);
  writeFileSync(file, bytes.subarray(0, bytes.length / 2));
  rest.at(-1)(full());
};

const { open } = promises;
promises.open = async (path, flags, ...rest) => {
  const handle = await open(path, flags, ...rest);
  if (flags === 'wx' && isDoomed(path)) handle.write = () => Promise.reject(full());
  return handle;
};

syncBuiltinESMExports();
