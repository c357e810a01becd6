// Renders /docs/openapi.json. Everything is set as text, never as markup.
'use strict';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const DEPTH = 6;

function element(tag, text, ...children) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function styled(tag, name, text) {
  const made = element(tag, text);
  made.className = name;
  return made;
}

function resolve(api, schema) {
  if (!schema || !schema.$ref) return schema;
  return schema.$ref.slice(2).split('/').reduce((at, key) => at && at[key], api);
}

// An example of a schema's shape, as deep as a reader can follow.
function shape(api, given, depth = 0) {
  const schema = resolve(api, given);
  if (!schema || depth > DEPTH) return '…';
  const parts = schema.allOf || schema.oneOf || schema.anyOf;
  if (parts) return shape(api, parts[0], depth + 1);
  const type = [].concat(schema.type || (schema.properties ? 'object' : 'any')).filter(each => each !== 'null')[0];
  if (type === 'array') return [shape(api, schema.items, depth + 1)];
  if (type === 'object') {
    const entries = Object.entries(schema.properties || {});
    return Object.fromEntries(entries.map(([name, each]) => [name, shape(api, each, depth + 1)]));
  }
  return schema.enum ? schema.enum.join(' | ') : [type, schema.format].filter(Boolean).join(', ');
}

function body(api, title, content) {
  const media = Object.entries(content || {});
  return media.flatMap(([type, { schema }]) => [
    element('p', `${title} (${type})`),
    element('pre', JSON.stringify(shape(api, schema), null, 2)),
  ]);
}

function parameters(api, list) {
  if (!list.length) return [];
  const rows = list.map(given => resolve(api, given)).map(each =>
    element('tr', '', element('td', each.name), element('td', each.in), element('td', each.description || '')));
  return [element('table', '', ...rows)];
}

function operation(api, path, method, item) {
  const it = item[method];
  const summary = element('summary', '', styled('span', 'method', method.toUpperCase()), element('code', path),
    styled('span', 'about', it.summary || ''));
  const answers = Object.entries(it.responses || {}).flatMap(([status, answer]) =>
    [element('p', `${status} ${resolve(api, answer).description || ''}`), ...body(api, 'Answer', resolve(api, answer).content)]);
  const details = element('details', '', summary,
    ...(it.description ? [element('p', it.description)] : []),
    ...parameters(api, [...(item.parameters || []), ...(it.parameters || [])]),
    ...body(api, 'Body', it.requestBody && resolve(api, it.requestBody).content), ...answers);
  details.dataset.text = `${method} ${path} ${it.summary || ''}`.toLowerCase();
  return details;
}

function render(api) {
  const services = new Map();
  for (const path of Object.keys(api.paths).sort()) {
    const service = path.split('/')[1];
    const operations = METHODS.filter(method => api.paths[path][method])
      .map(method => operation(api, path, method, api.paths[path]));
    services.set(service, [...(services.get(service) || []), ...operations]);
  }
  const sections = [...services].map(([name, operations]) =>
    element('section', '', element('h2', name), ...operations));
  document.getElementById('services').replaceChildren(...(sections.length ? sections : [element('p', 'No service answers.')]));
}

function filter(words) {
  for (const each of document.querySelectorAll('details')) {
    each.hidden = !words.every(word => each.dataset.text.includes(word));
  }
  for (const each of document.querySelectorAll('section')) {
    each.hidden = !each.querySelector('details:not([hidden])');
  }
}

document.getElementById('filter').addEventListener('input', event =>
  filter(event.target.value.toLowerCase().split(/\s+/).filter(Boolean)));

fetch('/docs/openapi.json')
  .then(answer => answer.json())
  .then(render)
  .catch(() => document.getElementById('services').replaceChildren(element('p', 'The document cannot be read.')));
