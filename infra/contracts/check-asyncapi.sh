#!/bin/sh
# Has the parser of the AsyncAPI initiative read what the services say. Needs node and npm, and their registry once.
set -eu

cd "$(dirname "$0")"
mkdir -p target/asyncapi
npm install --prefix target/asyncapi --ignore-scripts --no-audit --no-fund --silent @asyncapi/parser@3.6.3

NODE_PATH=target/asyncapi/node_modules node - "${@:-.}" <<'EOF'
const { readdirSync } = require('fs');
const { Parser, fromFile } = require('@asyncapi/parser');

const WARNING = 1;

(async () => {
  for (const folder of process.argv.slice(2)) {
    for (const service of readdirSync(folder).filter((name) => name.endsWith('-service'))) {
      const { document, diagnostics } = await fromFile(new Parser(), `${folder}/${service}/asyncapi.yaml`).parse();
      const complaints = diagnostics.filter(({ severity }) => severity <= WARNING);
      for (const { path, message } of complaints) {
        console.error(`${service}: ${path.join('/')}: ${message}`);
      }
      if (complaints.length > 0) {
        process.exitCode = 1;
      } else {
        console.log(`${service}: ${document.allChannels().length} topics, ${document.allMessages().length} types`);
      }
    }
  }
})();
EOF
