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
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.id = 'code';
    input.name = 'code';
    input.inputMode = 'numeric';
    input.maxLength = 6;
    input.autocomplete = 'one-time-code';
    label.append('6-digit code ', input);
    root.append(label);
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

document.addEventListener('submit', (event) => {
  gather(event.target);
  if (!modal?.contains(event.target)) return;
  event.preventDefault();
  void submitModal();
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
  if (!form?.reportValidity()) return;
  gather(form);
  modal.querySelector('.modal-submit').disabled = true;
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
    window.open(link.href, 'enrol', 'popup,width=520,height=760');
  } else if (link.dataset.closeWindow !== undefined && window.opener) {
    event.preventDefault();
    window.opener.location.reload();
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
