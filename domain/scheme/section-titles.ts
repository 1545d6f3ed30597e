import type { Title } from '../process/chart.ts';
import type { Section } from './proposal.ts';

/** How the sections of a proposal are called, in what people read. */
export const sectionTitles: Record<Section, Title> = {
  title: { vi: 'Tên đề án', en: 'Title' },
  contentItem: { vi: 'Nội dung theo Phụ lục II', en: 'Content item of Annex II' },
  need: { vi: 'Sự cần thiết', en: 'Need' },
  aims: { vi: 'Mục tiêu', en: 'Aims' },
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },
  outputs: { vi: 'Sản phẩm, kết quả', en: 'Outputs' },
  beneficiaries: { vi: 'Đối tượng thụ hưởng', en: 'Beneficiaries' },
  schedule: { vi: 'Tiến độ thực hiện', en: 'Schedule' },
  place: { vi: 'Địa điểm thực hiện', en: 'Place' },
  lines: { vi: 'Dự toán kinh phí', en: 'Budget lines' },
};

export const titlesOf = (sections: readonly Section[]): Title[] => sections.map((section) => sectionTitles[section]);
