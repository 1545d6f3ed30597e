import Handlebars from 'handlebars';

/** A sample as the index shows it; files by their names in the gallery's folder. */
export type Shown = {
  type: string;
  title: string;
  cases: { size: string; pages: number; pdf: string; preview: string; pictures: string[] }[];
};

const page = Handlebars.compile<{ samples: Shown[]; made: string }>(
  `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Văn bản mẫu · Sample documents</title>
<style>
body { font: 16px/1.4 system-ui, sans-serif; margin: 2rem; color: #222; background: #f4f4f2; }
nav { columns: 16rem; margin-bottom: 2rem; }
nav a { display: block; }
section { margin-bottom: 3rem; }
.pages { display: flex; flex-wrap: wrap; gap: .6rem; align-items: flex-start; }
.pages img { background: #fff; box-shadow: 0 1px 4px #0004; max-width: 100%; height: auto; }
small { color: #555; }
</style></head><body>
<h1>Văn bản mẫu <small lang="en">Sample documents</small></h1>
<p>Mọi loại văn bản, mỗi loại ba cỡ nội dung: ngắn nhất, thường gặp và nhiều nhất. Người, số liệu và con dấu đều là mẫu thử, không có giá trị.<br>
<span lang="en">Every type of document in three sizes: the least, the everyday, the most. Persons, figures and seals are invented and worth nothing.</span></p>
<nav>{{#each samples}}<a href="#{{type}}">{{title}} <small>{{type}}</small></a>{{/each}}</nav>
{{#each samples}}<section id="{{type}}"><h2>{{title}} <small>{{type}}</small></h2>
{{#each cases}}<h3>{{size}} <small>{{pages}} trang · <span lang="en">pages</span> · <a href="{{pdf}}">PDF</a> · <a href="{{preview}}">xem trên màn hình · <span lang="en">on screen</span></a></small></h3>
<div class="pages">{{#each pictures}}<a href="{{../pdf}}"><img src="{{this}}" alt="{{../../title}}, {{../size}}: trang {{@index}}" loading="lazy"></a>{{/each}}</div>
{{/each}}</section>{{/each}}
<p><small>{{made}}</small></p></body></html>
`,
);

/** The page that leads to all samples; it needs nothing but the files beside it. */
export const indexPage = (samples: Shown[], made: string): string => page({ samples, made });
