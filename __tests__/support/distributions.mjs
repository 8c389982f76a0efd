// @ts-check
import { createHash } from 'node:crypto';
import { tarGz, zip } from './archives.mjs';
import { seededBytes } from './seeded.mjs';

/**
 * @typedef {object} Release a version of a project, which is one file on the index
 * @property {string} name the name of the project, as its author writes it
 * @property {string} version
 * @property {'wheel' | 'sdist'} [kind] default: 'wheel'
 * @property {string} [spelling] the name of the project in the file name of the wheel, without dashes (`Foo.Bar`,
 *   `PyYAML`). For an sdist, in the file name of the wheel that its backend builds. Default: lower case with
 *   underscores.
 * @property {string} [gate] for an sdist: a URL that its backend requests before it builds the wheel. The build waits
 *   for the response.
 * @property {number} [payloadBytes] number of incompressible bytes; default: 20,000
 */

/**
 * @typedef {object} Distribution
 * @property {string} fileName
 * @property {Buffer} bytes
 * @property {Buffer | undefined} [metadata] what an index serves at the URL of the file with `.metadata` appended;
 *   wheels only
 */

/**
 * Returns the normalized name of a project (PEP 503), which is part of its URL on an index.
 *
 * @param {string} name
 * @returns {string}
 */
export function canonicalName(name) {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/**
 * Builds the file of a release, with the same bytes every time.
 *
 * @param {Release} release
 * @returns {Distribution}
 */
export function buildDistribution(release) {
  const { name, version, kind = 'wheel', gate = '', payloadBytes = 20_000 } = release;
  const escaped = canonicalName(name).replaceAll('-', '_');
  const spelling = release.spelling ?? escaped;
  if (spelling.includes('-') || canonicalName(spelling) !== canonicalName(name)) {
    throw new Error(`"${spelling}" is no spelling of ${name} in a wheel's file name`);
  }
  const payload = seededBytes(`${name} ${version} ${kind}`, payloadBytes);
  const metadata = Buffer.from(`Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\nSummary: made for tests\n`);
  if (kind === 'sdist') {
    const folder = `${escaped}-${version}`;
    const bytes = tarGz([
      { name: `${folder}/PKG-INFO`, data: metadata },
      { name: `${folder}/pyproject.toml`, data: Buffer.from(PYPROJECT) },
      { name: `${folder}/be.py`, data: Buffer.from(backend(`${spelling}-${version}`, escaped, gate)) },
      { name: `${folder}/data.bin`, data: payload },
    ]);
    return { fileName: `${folder}.tar.gz`, bytes };
  }
  const information = `${spelling}-${version}.dist-info`;
  const members = [
    { name: `${escaped}/__init__.py`, data: Buffer.alloc(0) },
    { name: `${escaped}/data.bin`, data: payload },
    { name: `${information}/METADATA`, data: metadata },
    { name: `${information}/WHEEL`, data: Buffer.from(WHEEL) },
  ];
  const record = members.map((member) => {
    const digest = createHash('sha256').update(member.data).digest('base64url');
    return `${member.name},sha256=${digest},${member.data.length}\n`;
  });
  members.push({ name: `${information}/RECORD`, data: Buffer.from(`${record.join('')}${information}/RECORD,,\n`) });
  return { fileName: `${spelling}-${version}-py3-none-any.whl`, bytes: zip(members), metadata };
}

const WHEEL = 'Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n';

const PYPROJECT = `[build-system]
requires = []
build-backend = "be"
backend-path = ["."]
`;

/**
 * Returns the build backend of an sdist. It uses only Python's standard library, so a build needs no network.
 *
 * @param {string} stem the file name of the wheel up to its tags
 * @param {string} module the package that contains the payload
 * @param {string} gate
 * @returns {string} Python source
 */
function backend(stem, module, gate) {
  return `import base64
import hashlib
import os
import zipfile

STEM = ${JSON.stringify(stem)}
MODULE = ${JSON.stringify(module)}
GATE = ${JSON.stringify(gate)}
INFORMATION = STEM + ".dist-info"
WHEEL = ${JSON.stringify(WHEEL)}.encode()


def read(name):
    with open(name, "rb") as file:
        return file.read()


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = os.path.join(metadata_directory, INFORMATION)
    os.mkdir(folder)
    for name, data in (("METADATA", read("PKG-INFO")), ("WHEEL", WHEEL)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    return INFORMATION


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    if GATE:
        from urllib.request import urlopen

        urlopen(GATE).read()
    members = [
        (MODULE + "/__init__.py", b""),
        (MODULE + "/data.bin", read("data.bin")),
        (INFORMATION + "/METADATA", read("PKG-INFO")),
        (INFORMATION + "/WHEEL", WHEEL),
    ]
    record = ""
    for name, data in members:
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += "%s,sha256=%s,%d\\n" % (name, digest, len(data))
    members.append((INFORMATION + "/RECORD", (record + INFORMATION + "/RECORD,,\\n").encode()))
    file_name = STEM + "-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, file_name), "w") as wheel:
        for name, data in members:
            wheel.writestr(zipfile.ZipInfo(name), data)
    return file_name
`;
}
