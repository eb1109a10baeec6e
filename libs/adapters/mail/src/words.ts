/** The languages that mail is written in; English, where nobody has said which. */
export type MailLanguage = 'en' | 'vi' | 'ru' | 'uk';

type Labels = Readonly<Record<'notice' | 'for' | 'about' | 'directive' | 'read', string>>;

export const LABELS: Readonly<Record<MailLanguage, Labels>> = {
  en: { notice: 'Notice', for: 'For', about: 'About', directive: 'Directive', read: 'Read it at' },
  vi: { notice: 'Thông báo', for: 'Gửi', about: 'Về', directive: 'Văn bản', read: 'Xem tại' },
  ru: { notice: 'Уведомление', for: 'Кому', about: 'О чём', directive: 'Документ', read: 'Читать:' },
  uk: { notice: 'Повідомлення', for: 'Кому', about: 'Про що', directive: 'Документ', read: 'Читати:' },
};

/** What each notice is called. One that has no words yet is called by its own name. */
export const NOTICES: Readonly<Record<MailLanguage, Readonly<Record<string, string>>>> = {
  en: {
    'milestone-neared': 'A milestone is near',
    'deadline-neared': 'A deadline is near',
    'acknowledgement-missed': 'Not acknowledged in time',
    'milestone-missed': 'A milestone was missed',
    overdue: 'Overdue',
    escalated: 'Escalated',
    'escalation-found-nobody': 'Escalation found nobody',
    'matter-received': 'A matter was received',
    'matter-directed': 'A matter was directed',
    'matter-recommended': 'A matter was recommended upward',
    'matter-answered': 'A matter was answered',
    'response-missed': 'Not answered in time',
    'mandate-end-neared': 'A mandate ends soon',
    'mandate-ended': 'A mandate has ended',
    'matter-handed-over': 'A matter was handed over',
  },
  vi: {
    'milestone-neared': 'Sắp đến mốc',
    'deadline-neared': 'Sắp đến hạn',
    'acknowledgement-missed': 'Chưa tiếp nhận đúng hạn',
    'milestone-missed': 'Lỡ mốc',
    overdue: 'Quá hạn',
    escalated: 'Đã chuyển lên bộ phận thường trực',
    'escalation-found-nobody': 'Không có nơi tiếp nhận khi chuyển lên',
    'matter-received': 'Đã tiếp nhận vấn đề',
    'matter-directed': 'Vấn đề đã được chuyển',
    'matter-recommended': 'Vấn đề đã được kiến nghị cấp trên',
    'matter-answered': 'Vấn đề đã được trả lời',
    'response-missed': 'Không trả lời đúng hạn',
    'mandate-end-neared': 'Nhiệm kỳ sắp hết',
    'mandate-ended': 'Hết nhiệm kỳ',
    'matter-handed-over': 'Vấn đề đã được bàn giao',
  },
  ru: {
    'milestone-neared': 'Приближается веха',
    'deadline-neared': 'Приближается срок',
    'acknowledgement-missed': 'Не принято к исполнению в срок',
    'milestone-missed': 'Веха пропущена',
    overdue: 'Просрочено',
    escalated: 'Передано выше',
    'escalation-found-nobody': 'Передать выше некому',
    'matter-received': 'Вопрос получен',
    'matter-directed': 'Вопрос направлен',
    'matter-recommended': 'Вопрос рекомендован выше',
    'matter-answered': 'На вопрос дан ответ',
    'response-missed': 'Не отвечено в срок',
    'mandate-end-neared': 'Полномочия скоро истекают',
    'mandate-ended': 'Полномочия окончены',
    'matter-handed-over': 'Вопрос передан',
  },
  uk: {
    'milestone-neared': 'Наближається віха',
    'deadline-neared': 'Наближається строк',
    'acknowledgement-missed': 'Не прийнято до виконання вчасно',
    'milestone-missed': 'Віху пропущено',
    overdue: 'Прострочено',
    escalated: 'Передано вище',
    'escalation-found-nobody': 'Передати вище нікому',
    'matter-received': 'Питання отримано',
    'matter-directed': 'Питання спрямовано',
    'matter-recommended': 'Питання рекомендовано вище',
    'matter-answered': 'На питання відповіли',
    'response-missed': 'Не відповіли вчасно',
    'mandate-end-neared': 'Повноваження скоро закінчуються',
    'mandate-ended': 'Повноваження закінчено',
    'matter-handed-over': 'Питання передано',
  },
};

export const isMailLanguage = (language: string | undefined): language is MailLanguage =>
  language !== undefined && Object.hasOwn(LABELS, language);
