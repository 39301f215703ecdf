import {
  CircleDot,
  CirclePause,
  CirclePlay,
  DoorOpen,
  Globe,
  Grip,
  MessageSquareQuote,
  Mic,
  MicOff,
  MicVocal,
  Pause,
  PhoneIncoming,
  PhoneOff,
  Play,
  StepForward,
  Square,
  UserPlus,
  UserRoundCheck,
  UserRoundX,
  VolumeX,
} from 'lucide-react';
import { conferenceCommands } from '@/lib/domain/conference/command';
import type { DeskAction, Scene } from './desk-action';

/** Every action on the whole conference: of the tools, the header, the shortcuts and the palette. */
export const roomActions = {
  muteAll: {
    group: 'conference',
    icon: MicOff,
    permission: conferenceCommands['participants.mute'].permission,
    shortcut: 'muteAll',
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ room }) => {
      room.muteAll();
    },
  },
  muteAllButHosts: {
    group: 'conference',
    icon: MicVocal,
    permission: conferenceCommands['participants.mute'].permission,
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ desk }) => {
      desk.setState({ question: { ask: 'muteAllBut', spared: null } });
    },
  },
  muteNewcomers: {
    group: 'conference',
    icon: UserRoundX,
    permission: conferenceCommands['conference.muteOnEntry'].permission,
    isOffered: (scene) => isLive(scene) && !scene.mutesNewcomers,
    run: ({ run }) => {
      void run({ type: 'conference.muteOnEntry', fields: { isOn: true } });
    },
  },
  letNewcomersTalk: {
    group: 'conference',
    icon: UserRoundCheck,
    permission: conferenceCommands['conference.muteOnEntry'].permission,
    isOffered: (scene) => isLive(scene) && scene.mutesNewcomers,
    run: ({ run }) => {
      void run({ type: 'conference.muteOnEntry', fields: { isOn: false } });
    },
  },
  invite: {
    group: 'conference',
    icon: UserPlus,
    permission: conferenceCommands['participants.invite'].permission,
    shortcut: 'invite',
    isOffered: isLive,
    run: ({ desk }) => {
      desk.setState({ question: { ask: 'invite' } });
    },
  },
  join: {
    group: 'conference',
    icon: PhoneIncoming,
    permission: conferenceCommands['participants.join'].permission,
    isOffered: isLive,
    run: ({ desk }) => {
      desk.setState({ question: { ask: 'command', command: 'participants.join', legs: [] } });
    },
  },
  unmuteAll: {
    group: 'conference',
    icon: Mic,
    permission: conferenceCommands['participants.unmute'].permission,
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ room }) => {
      room.unmuteAll();
    },
  },
  holdAll: {
    group: 'conference',
    icon: Pause,
    permission: conferenceCommands['participants.hold'].permission,
    shortcut: 'holdAll',
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ room }) => {
      room.holdAll();
    },
  },
  unholdAll: {
    group: 'conference',
    icon: StepForward,
    permission: conferenceCommands['participants.unhold'].permission,
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ room }) => {
      room.unholdAll();
    },
  },
  playAll: {
    group: 'conference',
    icon: Play,
    permission: conferenceCommands['audio.play'].permission,
    shortcut: 'play',
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ desk }) => {
      desk.setState({ question: { ask: 'command', command: 'audio.play', legs: 'everyone' } });
    },
  },
  speakAll: {
    group: 'conference',
    icon: MessageSquareQuote,
    permission: conferenceCommands['audio.speak'].permission,
    shortcut: 'speak',
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ desk }) => {
      desk.setState({ question: { ask: 'command', command: 'audio.speak', legs: 'everyone' } });
    },
  },
  stopAll: {
    group: 'conference',
    icon: VolumeX,
    permission: conferenceCommands['audio.stop'].permission,
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ conference }) => {
      conference.stopAudio('everyone');
    },
  },
  sendDigitsAll: {
    group: 'conference',
    icon: Grip,
    permission: conferenceCommands['digits.send'].permission,
    isOffered: isLive,
    isEnabled: isAnybodyIn,
    run: ({ desk }) => {
      desk.setState({ question: { ask: 'command', command: 'digits.send', legs: 'everyone' } });
    },
  },
  setRegion: {
    group: 'conference',
    icon: Globe,
    permission: conferenceCommands['conference.setRegion'].permission,
    isOffered: isLive,
    run: ({ desk }) => {
      desk.setState({
        question: { ask: 'command', command: 'conference.setRegion', legs: 'everyone' },
      });
    },
  },
  setLobby: {
    group: 'conference',
    icon: DoorOpen,
    permission: conferenceCommands['conference.setLobby'].permission,
    isOffered: isLive,
    run: ({ desk }) => {
      desk.setState({
        question: { ask: 'command', command: 'conference.setLobby', legs: 'everyone' },
      });
    },
  },
  record: {
    group: 'conference',
    icon: CircleDot,
    permission: conferenceCommands['recording.start'].permission,
    shortcut: 'record',
    isOffered: (scene) => isLive(scene) && scene.recording === 'off',
    run: ({ desk }) => {
      desk.setState({
        question: { ask: 'command', command: 'recording.start', legs: 'everyone' },
      });
    },
  },
  pauseRecording: {
    group: 'conference',
    icon: CirclePause,
    permission: conferenceCommands['recording.pause'].permission,
    shortcut: 'record',
    isOffered: (scene) => isLive(scene) && scene.recording === 'recording',
    run: ({ conference }) => {
      conference.pauseRecording();
    },
  },
  resumeRecording: {
    group: 'conference',
    icon: CirclePlay,
    permission: conferenceCommands['recording.resume'].permission,
    shortcut: 'record',
    isOffered: (scene) => isLive(scene) && scene.recording === 'paused',
    run: ({ conference }) => {
      conference.resumeRecording();
    },
  },
  stopRecording: {
    group: 'conference',
    icon: Square,
    permission: conferenceCommands['recording.stop'].permission,
    isOffered: (scene) =>
      isLive(scene) && (scene.recording === 'recording' || scene.recording === 'paused'),
    run: ({ conference }) => {
      conference.stopRecording();
    },
  },
  end: {
    group: 'conference',
    icon: PhoneOff,
    permission: conferenceCommands['conference.end'].permission,
    isDangerous: true,
    isOffered: isLive,
    run: ({ desk }) => {
      desk.setState({ question: { ask: 'end' } });
    },
  },
} as const satisfies Record<string, DeskAction>;

function isLive(scene: Scene): boolean {
  return !scene.isEnded;
}

function isAnybodyIn(scene: Scene): boolean {
  return scene.people > 0;
}
