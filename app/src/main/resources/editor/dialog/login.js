import { html, nothing } from 'lit-html';
import { modal } from './modal.js';

/** The session has ended: a token goes on where one was, with all that was typed. */
export function login(app) {
  const { dialog } = app.state;
  const submit = (event) => {
    event.preventDefault();
    app.login(event.target.elements.token.value.trim());
  };
  return modal({
    kind: 'login',
    title: 'Your session has ended',
    body: html`<form @submit=${submit}>
      <p class="lead">Your work is kept in this browser. Paste a token to go on.</p>
      <label class="line tall"
        ><span>Token</span><input id="token" name="token" type="password" autocomplete="off" required autofocus
      /></label>
      ${dialog.why ? html`<p class="error" role="alert">${dialog.why}</p>` : nothing}
      <footer><button type="submit" class="primary">Go on</button></footer>
    </form>`,
  });
}
