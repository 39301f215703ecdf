import { notFound } from 'next/navigation';

/** Every address that leads nowhere: whoever is not signed in is not told which those are. */
export default function Nowhere() {
  notFound();
}
