// Adds a passkey, or submits a form of Signalman's with one. The secret part of the address stands behind #, so the browser
// sends it nowhere by itself.
'use strict';

const TRIES = 4;
const PAUSE_MILLIS = 1500;
const address = location.hash.slice(1);
const part = id => document.getElementById(id);
let shown = null;

function bytes(text) {
  const padded = text.replace(/-/g, '+').replace(/_/g, '/');
  return Uint8Array.from(atob(padded), letter => letter.charCodeAt(0));
}

function base64(buffer) {
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

// An answer with late may be one of a server that just died: the same may be sent again.
async function call(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      credentials: 'omit',
      body: JSON.stringify(body)
    });
  } catch (unreachable) {
    return {refused: "Signalman can't be reached. Try again in a moment.", again: true, late: true};
  }
  try {
    return {...await answer.json(), late: answer.status >= 500};
  } catch (strange) {
    return {refused: `Signalman answered ${answer.status}. Try again in a moment.`, again: true, late: answer.status >= 500};
  }
}

function say(words, kind) {
  part('result').textContent = words;
  part('result').className = kind;
}

function write(id, words) {
  part(id).textContent = words;
  part(id).hidden = !words;
}

function input(field) {
  if (field.choices) {
    const select = document.createElement('select');
    select.append(new Option('', ''));
    field.choices.forEach(({key, label}) => select.append(new Option(label, key)));
    return select;
  }
  const text = document.createElement(field.lines ? 'textarea' : 'input');
  text.value = field.initial || '';
  if (field.longest) {
    text.maxLength = field.longest;
  }
  return text;
}

function draw(field) {
  const label = document.createElement('label');
  const entry = input(field);
  const wrong = document.createElement('small');
  const hint = document.createElement('small');
  label.textContent = field.label;
  label.htmlFor = entry.id = `field-${field.name}`;
  entry.name = field.name;
  entry.required = field.required;
  hint.textContent = field.hint;
  hint.id = `hint-${field.name}`;
  wrong.id = `wrong-${field.name}`;
  wrong.className = 'wrong';
  wrong.setAttribute('role', 'alert');
  entry.setAttribute('aria-describedby', `${hint.id} ${wrong.id}`);
  part('fields').append(label, entry, hint, wrong);
}

function over(refused) {
  part('form').hidden = true;
  if (part('title').textContent === 'One moment') {
    part('title').textContent = 'Nothing to confirm';
  }
  say(refused, 'bad');
}

async function open() {
  const answer = await call('open', {address});
  if (answer.refused) {
    over(answer.refused);
    return;
  }
  shown = answer;
  document.title = `${shown.title} · Signalman`;
  write('title', shown.title);
  write('words', shown.words);
  write('warning', shown.warning);
  shown.fields.forEach(draw);
  part('submit').textContent = shown.adds ? shown.submit : `${shown.submit} with passkey`;
  part('form').hidden = false;
  if (window.PublicKeyCredential) {
    say('', '');
  } else {
    over("This browser has no passkeys. Open the page in another one.");
  }
}

async function credential(options) {
  options.challenge = bytes(options.challenge);
  if (shown.adds) {
    options.user.id = bytes(options.user.id);
    const made = await navigator.credentials.create({publicKey: options});
    return {
      id: made.id,
      rawId: base64(made.rawId),
      type: made.type,
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64(made.response.clientDataJSON),
        attestationObject: base64(made.response.attestationObject)
      }
    };
  }
  options.allowCredentials.forEach(allowed => { allowed.id = bytes(allowed.id); });
  const used = await navigator.credentials.get({publicKey: options});
  return {
    id: used.id,
    rawId: base64(used.rawId),
    type: used.type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: base64(used.response.clientDataJSON),
      authenticatorData: base64(used.response.authenticatorData),
      signature: base64(used.response.signature)
    }
  };
}

function values() {
  const entries = [...part('form').elements].filter(each => each.name && each.value.trim());
  return Object.fromEntries(entries.map(each => [each.name, each.value]));
}

function complain(fields) {
  Object.entries(fields).forEach(([name, words]) => {
    const wrong = part(`wrong-${name}`);
    if (wrong) {
      wrong.textContent = words;
      part(`field-${name}`).focus();
    } else {
      say(words, 'bad');
    }
  });
}

/** The button counts once until it has an answer. A challenge is good for one try, so each further one gets a new one. */
async function submit() {
  const missing = [...part('form').elements].find(each => each.required && !each.value.trim());
  document.querySelectorAll('.wrong').forEach(each => { each.textContent = ''; });
  if (missing) {
    complain({[missing.name]: 'This field is required.'});
    return;
  }
  say('Follow your browser.', '');
  let proof;
  try {
    proof = await credential(shown.options);
  } catch (refused) {
    say(refused.name === 'NotAllowedError'
      ? 'Your browser used no passkey. Nothing was counted. Try again.'
      : `Your browser refused: ${refused.message}. Nothing was counted.`, 'bad');
    await renew();
    return;
  }
  say('Handing it in.', '');
  const body = {address, credential: proof, values: values()};
  let answer = await call('submit', body);
  for (let tries = 1; answer.late && tries < TRIES; tries++) {
    await new Promise(soon => setTimeout(soon, PAUSE_MILLIS));
    answer = await call('submit', body);
  }
  if (answer.done) {
    part('form').hidden = true;
    write('warning', '');
    say(`${answer.done} You can close this page.`, 'good');
  } else if (answer.fields) {
    say('', '');
    complain(answer.fields);
    await renew();
  } else if (answer.again) {
    say(answer.refused, 'bad');
    await renew();
  } else {
    over(answer.refused);
  }
}

async function renew() {
  const answer = await call('open', {address});
  if (answer.refused) {
    over(answer.refused);
  } else {
    shown.options = answer.options;
  }
}

part('form').addEventListener('submit', async event => {
  event.preventDefault();
  const button = part('submit');
  button.disabled = true;
  await submit();
  button.disabled = false;
});

// another address in the same tab
window.addEventListener('hashchange', () => location.reload());

open();
