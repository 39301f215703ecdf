import { useEffect } from 'react';
import { typedAt } from '@/components/actions/typed-at';
import { useMay } from '@/lib/browser/use-may';
import { useDeskStore } from './desk-store';

/** The keys 1 to 9 open the form to speak with the announcement saved at them; draws nothing. */
export function AnnouncementKeys() {
  const desk = useDeskStore();
  const maySpeak = useMay('conference.moderate');
  useEffect(() => {
    if (!maySpeak) return;
    const pressed = (event: KeyboardEvent) => {
      const { isEnded, finding } = desk.getState();
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isEnded || finding !== null || !/^[1-9]$/.test(event.key)) return;
      if (typedAt(event.target) !== 'page') return;
      event.preventDefault();
      const announcement = Number(event.key);
      desk.setState({
        question: { ask: 'command', command: 'audio.speak', legs: 'everyone', announcement },
      });
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, [desk, maySpeak]);
  return null;
}
