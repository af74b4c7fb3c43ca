import '../styles.css';
import { render } from 'preact';

/** The staff's page of a tablet. */
render(<main>…</main>, document.getElementById('app')!);
