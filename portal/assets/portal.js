// The dialog that security steps are loaded into, and the few looks that need script. Served as it is: no build.

const modal = document.querySelector('#modalAjax');

/** Joins six boxes, a framed box or one in a shadow tree into the hidden field that is posted. */
const gather = (form) => {
  for (const group of form.querySelectorAll('[data-join]')) {
    const digits = [...group.querySelectorAll('.digit')].map((box) => box.value).join('');
    group.querySelector('input[type=hidden]').value = digits;
  }
  const frame = form.querySelector('.code-frame');
  if (frame) form.querySelector('[data-from-frame]').value = frame.contentDocument.querySelector('input').value;
  const host = form.querySelector('code-box');
  if (host) form.querySelector('[data-from-shadow]').value = host.shadowRoot.querySelector('input').value;
};

class CodeBox extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const looks = document.createElement('link');
    looks.rel = 'stylesheet';
    looks.href = '/assets/portal.css';
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.className = 'form-control';
    input.id = 'code';
    input.name = 'code';
    input.inputMode = 'numeric';
    input.maxLength = 6;
    input.autocomplete = 'one-time-code';
    label.append('6-digit code ', input);
    root.append(looks, label);
  }
}
customElements.define('code-box', CodeBox);

const draw = (root) => {
  for (const canvas of root.querySelectorAll('canvas[data-modules]')) {
    const rows = canvas.dataset.modules.split(' ');
    const scale = 5;
    canvas.width = canvas.height = rows.length * scale;
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#000';
    rows.forEach((row, y) => {
      [...row].forEach((dark, x) => {
        if (dark === '1') context.fillRect(x * scale, y * scale, scale, scale);
      });
    });
  }
  for (const block of root.querySelectorAll('[data-background]')) {
    block.style.backgroundImage = `url("${block.dataset.background}")`;
  }
};

// Six boxes: typing goes on to the next, backspace to the one before, a pasted code is spread over all.
document.addEventListener('input', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.classList.contains('digit')) return;
  box.value = box.value.replace(/\D/g, '').slice(-1);
  if (box.value !== '' && box.nextElementSibling?.classList.contains('digit')) box.nextElementSibling.focus();
});
document.addEventListener('keydown', (event) => {
  const box = event.target;
  if (event.key !== 'Backspace' || !box.classList?.contains('digit') || box.value !== '') return;
  if (box.previousElementSibling) box.previousElementSibling.focus();
});
document.addEventListener('paste', (event) => {
  const box = event.target;
  if (!box.classList?.contains('digit')) return;
  event.preventDefault();
  const digits = event.clipboardData.getData('text').replace(/\D/g, '');
  [...box.parentElement.querySelectorAll('.digit')].forEach((each, n) => {
    each.value = digits.charAt(n);
  });
});

// Enter in a framed box or one in a shadow tree, which belong to no form, sends the form around them.
const sendOnEnter = (event, host) => {
  if (event.key === 'Enter') host.closest('form').requestSubmit();
};
document.addEventListener('keydown', (event) => {
  if (event.target.localName === 'code-box') sendOnEnter(event, event.target);
});
document.addEventListener(
  'load',
  ({ target }) => {
    if (!target.classList?.contains('code-frame')) return;
    target.contentDocument.addEventListener('keydown', (event) => sendOnEnter(event, target));
  },
  true,
);

document.addEventListener('submit', (event) => {
  const form = event.target;
  gather(form);
  if (modal?.contains(form)) {
    event.preventDefault();
    void submitModal();
    return;
  }
  // A code is good once: the second click of a double click would show "not accepted" after a good login.
  if (form.dataset.sent !== undefined) event.preventDefault();
  form.dataset.sent = '';
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('[data-sent]')) delete form.dataset.sent;
});

let reloadOnClose = false;

const show = (answer) => {
  const body = modal.querySelector('.modal-body');
  modal.querySelector('.modal-title').textContent = answer.title;
  // The portal's own markup, escaped by the portal's own templates.
  body.innerHTML = answer.body;
  const submit = modal.querySelector('.modal-submit');
  submit.hidden = answer.hideSubmit === true;
  submit.textContent = answer.submitlabel ?? 'Submit';
  submit.id = answer.submitId ?? '';
  submit.disabled = false;
  reloadOnClose = answer.reloadPage === true;
  draw(body);
  body.querySelector('input:not([type=hidden]):not([type=radio])')?.focus();
};

const post = async (url, fields) => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), credentials: 'same-origin' });
  if (response.redirected || !response.ok) {
    location.reload();
    return;
  }
  show(await response.json());
};

const submitModal = async () => {
  const form = modal.querySelector('.modal-body form');
  const submit = modal.querySelector('.modal-submit');
  if (submit.disabled || !form?.reportValidity()) return;
  gather(form);
  submit.disabled = true;
  await post(form.getAttribute('action'), new FormData(form));
};

if (modal) {
  modal.querySelector('.modal-submit').addEventListener('click', () => void submitModal());
  modal.querySelector('.modal-close').addEventListener('click', () => modal.close());
  modal.addEventListener('close', () => {
    modal.querySelector('.modal-body').replaceChildren();
    modal.className = 'modal';
    if (reloadOnClose) location.reload();
  });
}

let enrolment;

// A second press must not throw away a set-up that is under way in the window behind.
const openEnrolment = (href) => {
  if (enrolment && !enrolment.closed) {
    enrolment.focus();
    return;
  }
  enrolment = window.open(href, '', 'popup,width=520,height=760');
  if (enrolment === null) location.assign(href);
};

// The last step tells the page that opened its window, which is right then also when the window is closed by its frame.
if (window.opener && document.querySelector('[data-close-window]')) {
  window.opener.postMessage('two-factor enabled', location.origin);
}
window.addEventListener('message', (event) => {
  if (event.origin === location.origin && event.data === 'two-factor enabled') location.reload();
});

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a');
  if (!link) return;
  if (link.classList.contains('open-modal')) {
    event.preventDefault();
    modal.classList.add(link.dataset.modalClass);
    modal.querySelector('.modal-title').textContent = link.dataset.modalTitle;
    modal.showModal();
    void post(link.getAttribute('href'), { token: modal.dataset.token });
  } else if (link.dataset.openWindow !== undefined) {
    event.preventDefault();
    openEnrolment(link.href);
  } else if (link.dataset.closeWindow !== undefined && window.opener) {
    event.preventDefault();
    window.close();
  } else if (link.id === 'loginWithBackupCode' || link.id === 'backupCodeCancel') {
    event.preventDefault();
    const backup = link.id === 'loginWithBackupCode';
    document.querySelector('#frmTwoFactorChallenge').classList.toggle('w-hidden', backup);
    document.querySelector('#frmTwoFactorChallengeFooter').classList.toggle('w-hidden', backup);
    document.querySelector('#frmTwoFactorBackup').classList.toggle('w-hidden', !backup);
  }
});

draw(document);
