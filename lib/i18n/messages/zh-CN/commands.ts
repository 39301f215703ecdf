import type { Translation } from '../../translation';
import type { commands as english } from '../en/commands';

export const commands = {
  fields: {
    legs: {
      label: '对象',
      help: '在列表中选择，或在可选时选择所有人。',
    },
    audioUrl: {
      label: '音频链接',
      help: '运营商可访问的 WAV 或 MP3 文件链接。链接与文件二选一。',
    },
    mediaName: {
      label: '音频文件',
      help: '媒体库中的 WAV 或 MP3 文件。',
    },
    mute: {
      label: '静音',
      help: '以静音状态进入：能听，但不被听到。',
    },
    hold: {
      label: '保持',
      help: '以保持状态进入：只能听到保持音频。',
    },
    role: {
      label: '角色',
      help: '监听只听；密语只有您所选的人能听到；插话对所有人讲话。',
    },
    whisperTo: {
      label: '密语对象',
      help: '谁能听到密语者。未选择任何人时，密语者只能听。',
    },
    beep: {
      label: '提示音',
      help: '何时用提示音告知其他人有人加入或离开。',
    },
    endConferenceOnExit: {
      label: '离开即结束会议',
      help: '其离开时会议结束，所有人都被断开。',
    },
    softEndConferenceOnExit: {
      label: '离开即关闭入口',
      help: '其离开后，他人不能再加入；已在会议中的人可以留下。',
    },
    startConferenceOnEnter: {
      label: '加入即开始会议',
      help: '等待主持人的会议在其进入时开始。',
    },
    clientState: {
      label: '客户端状态',
      help: '会在之后的 webhook 中原样返回的文本。仅用于由 Rostrum 拨出的通话。',
    },
    numbers: {
      label: '号码',
      help: '每行一个号码，写为 +、国家代码和数字：+13125550100。一次最多 100 个。',
    },
    from: {
      label: '主叫号码',
      help: '您自己的一个号码，被叫者会看到它。',
    },
    fromDisplayName: {
      label: '主叫名称',
      help: '显示在号码旁的名称，可不填。',
    },
    timeoutSecs: {
      label: '振铃时间（秒）',
      help: '振铃多久后放弃。',
    },
    timeLimitSecs: {
      label: '通话上限（秒）',
      help: '到此时长后结束通话。',
    },
    label: {
      label: '名称',
      help: '控制台上的所有人都会看到。不告知运营商。',
    },
    note: {
      label: '备注',
      help: '给控制台上所有人的备注。不告知运营商。',
    },
    isHost: {
      label: '主持人',
      help: 'Rostrum 自己的标记：“全体静音”不包括主持人。不告知运营商。',
    },
    loop: {
      label: '次数',
      help: '播放几次，或一直播放到您停止为止。',
    },
    payload: {
      label: '文本',
      help: '要朗读的内容，纯文本或 SSML。',
    },
    payloadType: {
      label: '书写格式',
      help: 'SSML 可设置停顿和重音。',
    },
    voice: {
      label: '语音',
      help: '由谁朗读：提供方、模型和语音。',
    },
    language: {
      label: '语言',
      help: '朗读所用的语言。有些语音能自行判断。',
    },
    voiceSettings: {
      label: '语音设置',
      help: '语速等；各提供方不同。',
    },
    digits: {
      label: '按键',
      help: '数字、A 至 D、* 和 #。w 等待半秒，W 等待一秒。',
    },
    durationMillis: {
      label: '单音时长（毫秒）',
      help: '每个按键音持续多久。',
    },
    minimumDigits: {
      label: '最少位数',
      help: '少于此位数视为未作答。',
    },
    maximumDigits: {
      label: '最多位数',
      help: '达到此位数即作答完毕。',
    },
    maximumTries: {
      label: '次数',
      help: '询问几次。',
    },
    timeoutMillis: {
      label: '作答时限（毫秒）',
      help: '整个作答最多用多久。',
    },
    initialTimeoutMillis: {
      label: '首位时限（毫秒）',
      help: '等待对方开始按键多久。',
    },
    interDigitTimeoutMillis: {
      label: '位间时限（毫秒）',
      help: '超过此时间没有按下一位即作答完毕。',
    },
    terminatingDigit: {
      label: '结束键',
      help: '按下即作答完毕的键。',
    },
    validDigits: {
      label: '有效按键',
      help: '其他按键不予理会。',
    },
    stopPlaybackOnDtmf: {
      label: '按键即停止提问',
      help: '对方一按键，音频就停止。',
    },
    invalidAudioUrl: {
      label: '作答无效后的链接',
      help: '作答无效时播放的 WAV 或 MP3 文件。',
    },
    invalidMediaName: {
      label: '作答无效后的文件',
      help: '作答无效时播放的媒体库文件。',
    },
    gatherId: {
      label: '提问名称',
      help: '用于区分不同提问的作答。',
    },
    format: {
      label: '格式',
      help: 'MP3 文件小，WAV 无损。',
    },
    channels: {
      label: '声道',
      help: '双声道将会议创建者与其他人分开录制。',
    },
    playBeep: {
      label: '开始时播放提示音',
      help: '所有人都会听到录音开始。',
    },
    trimSilence: {
      label: '剪去静默',
      help: '剪去首尾的静默。',
    },
    fileName: {
      label: '文件名',
      help: '运营商会在其后加上时间。',
    },
    recordingId: {
      label: '录音',
      help: '以 ID 指明哪一个。不填则为正在进行的录音。',
    },
    isOn: {
      label: '入会静音',
      help: '此后加入的人都会被静音，主持人除外。',
    },
    queue: {
      label: '等候队列',
      help: '其来电者等候进入此会议的队列。',
    },
    region: {
      label: '区域',
      help: '会议所在区域。不填则为您账户自身的区域。',
    },
    name: {
      label: '名称',
      help: '不得与您账户中其他进行中的会议同名。',
    },
    callControlId: {
      label: '进行中的通话',
      help: '以此通话开启会议，并作为主持人。',
    },
    to: {
      label: '呼叫',
      help: '首先呼叫谁：对方接听时创建会议。',
    },
    startConferenceOnCreate: {
      label: '立即开始',
      help: '否则所有人都在保持中等待，直到主持人进入。',
    },
    holdAudioUrl: {
      label: '等待时的链接',
      help: '会议开始前所有人听到的 WAV 或 MP3 文件。',
    },
    holdMediaName: {
      label: '等待时的文件',
      help: '会议开始前所有人听到的媒体库文件。',
    },
    comfortNoise: {
      label: '舒适噪声',
      help: '轻微的噪声，使静默时不显得断线。',
    },
    durationMinutes: {
      label: '最长时长（分钟）',
      help: '到此时长后结束；无论如何四小时后都会结束。',
    },
    queueName: {
      label: '名称',
      help: '呼叫流程按此名称使用，区分大小写。不能改名。',
    },
    maxSize: { label: '最多来电者', help: '超过后不再接纳。' },
    conferenceId: { label: '会议', help: '来电者进入的会议。' },
    transferTo: {
      label: '转接到',
      help: '以 +、国家代码和数字写出的号码，或 SIP 地址。会立即振铃。',
    },
    transferFrom: { label: '主叫号码', help: '对方看到的号码。不填：来电者拨打的号码。' },
    answeredCall: { label: '接通的通话', help: '进行中、且不在任何会议或队列中的通话。' },
    otherQueue: { label: '移到', help: '在那里的队尾继续等候。' },
    keepAfterHangup: { label: '挂断后保留位置', help: '挂断后保留其位置，以便回拨。' },
    maxWaitSecs: {
      label: '最长等待（秒）',
      help: '到时运营商将其移出。不填：一直等候。',
    },
    dialTo: {
      label: '呼叫',
      help: '+、国家代码和数字组成的号码，或类似 sip:name@example.com 的地址。',
    },
    otherCall: {
      label: '另一路通话',
      help: '已接通且不在会议和队列中的通话。',
    },
    nextOfQueue: {
      label: '队列',
      help: '等候最久的人。即使未能接通，也会离开队列。',
    },
    waitingQueue: {
      label: '队列',
      help: '尚不存在的队列会被创建。',
    },
    cause: {
      label: '方式',
      help: '来电者听到的结果。',
    },
    parkAfterUnbridge: {
      label: '对方挂断后保持接通',
      help: '否则此通话随对方一同结束。',
    },
    muteDtmf: {
      label: '屏蔽按键音',
      help: '对方听不到谁的按键音。',
    },
    digitsOnAnswer: {
      label: '接听后按键',
      help: '接听后发送：数字、A 至 D、* 和 #；w 和 W 表示等待。',
    },
    playRingtone: {
      label: '回铃音',
      help: '对方接通前，此通话听到回铃音。',
    },
    preventDoubleBridge: {
      label: '仅当双方空闲',
      help: '否则已接通的通话会从其对话方处被接走。',
    },
    sipAddress: {
      label: '改呼地址',
      help: '类似 sip:name@example.com 的地址，由来电者的话机自行呼叫。',
    },
    contentType: {
      label: '内容类型',
      help: '正文的类型，例如 text/plain。',
    },
    body: {
      label: '正文',
      help: '最多 1,400 字节。',
    },
    newQueueSize: {
      label: '可容纳人数',
      help: '仅用于由此新建的队列。',
    },
    overlay: {
      label: '与现有声音同时播放',
      help: '否则取代现有声音。',
    },
    targetLegs: {
      label: '谁听到',
      help: '已接通的两路通话中的哪一方。',
    },
    callRole: {
      label: '角色',
      help: '监听只能听；密语只有一方听到；插话双方都能听到。',
    },
    maxParticipants: {
      label: '人数上限',
      help: '超过此人数后他人不能加入。',
    },
  },
  options: {
    beep: {
      always: '加入和离开时',
      never: '从不',
      onEnter: '加入时',
      onExit: '离开时',
    },
    role: {
      none: '参会者',
      monitor: '监听',
      whisper: '密语',
      barge: '插话',
    },
    payloadType: {
      text: '纯文本',
      ssml: 'SSML',
    },
    format: {
      mp3: 'MP3',
      wav: 'WAV',
    },
    channels: {
      single: '单声道',
      dual: '双声道',
    },
    cause: {
      CALL_REJECTED: '拒接',
      USER_BUSY: '忙线',
    },
    muteDtmf: {
      none: '都不屏蔽',
      both: '双方',
      self: '此通话',
      opposite: '对方',
    },
    targetLegs: {
      self: '此通话',
      opposite: '对方',
      both: '双方',
    },
    region: {
      Australia: '澳大利亚',
      Europe: '欧洲',
      'Middle East': '中东',
      US: '美国',
    },
  },
} as const satisfies Translation<typeof english>;
