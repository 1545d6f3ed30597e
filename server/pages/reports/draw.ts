import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** Bars to be drawn: what each stands for, and a row of numbers for every series. A number that is not there is null. */
export type Bars = {
  names: string[];
  series: { name: string; values: (number | null)[] }[];
  /** What a number is counted in, at the axis. */
  unit: string;
  shown(value: number): string;
  /** Bars to the right, for long names. */
  lying: boolean;
};

/** Each of them stands out from white and from its neighbour; patterns tell them apart where colours do not. */
const colours = ['#1f5fa8', '#b45309', '#15803d', '#7e22ce', '#be123c', '#0e7490', '#4d4d4d', '#a16207'];
const ink = '#1f2937';
const longestName = { wide: 34, narrow: 20 };

/** A chart as SVG, drawn on the server: so wide, and as high as its bars need. Without scripts, styles or anything from elsewhere. */
export function drawBars({ names, series, unit, shown, lying }: Bars, width: number): string {
  const narrow = width < 600;
  const size = narrow ? 11 : 12;
  const across = lying || narrow;
  const legendHeight = series.length > 1 ? legendRows(series, width, narrow) * 24 + 8 : 0;
  const height = across ? legendHeight + 64 + names.length * Math.max(26, series.length * (narrow ? 13 : 15) + 8) : legendHeight + 370;
  // Letters are measured generously: whose letters they are drawn with is not known here.
  const cut = (name: string) => shortened(name, narrow ? longestName.narrow : longestName.wide);
  const nameWidth = Math.ceil(Math.max(...names.map((name) => cut(name).length)) * size * (narrow ? 0.56 : 0.62)) + 14;
  const categories = {
    type: 'category' as const,
    data: names.map(cut),
    inverse: across,
    axisTick: { show: false },
    axisLabel: {
      color: ink,
      fontSize: size,
      interval: 0,
      ...(!across && { width: Math.floor((width - 120) / names.length) - 8, overflow: 'break' as const }),
    },
  };
  const values = {
    type: 'value' as const,
    name: unit,
    ...(across ? { nameLocation: 'middle' as const, nameGap: 24 } : { nameLocation: 'end' as const }),
    nameTextStyle: { color: ink, fontSize: size },
    axisLabel: { color: ink, fontSize: size, formatter: (value: number) => shown(value), hideOverlap: true },
    splitNumber: narrow ? 2 : 4,
  };
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    animation: false,
    color: colours,
    textStyle: { fontFamily: 'Arial, Helvetica, sans-serif', color: ink },
    aria: { enabled: true, decal: { show: series.length > 1 } },
    legend: {
      show: series.length > 1,
      ...(narrow && { orient: 'vertical' as const, left: 0 }),
      top: 0,
      type: 'plain',
      itemGap: narrow ? 8 : 36,
      textStyle: { color: ink, fontSize: size },
    },
    grid: { left: across ? nameWidth : 12, right: narrow ? 40 : 70, top: legendHeight + 44, bottom: 12, ...bounds(across) },
    ...(across ? { xAxis: { ...values, position: 'top' as const }, yAxis: categories } : { xAxis: categories, yAxis: values }),
    series: series.map(
      ({ name, values: data }): BarSeriesOption => ({
        type: 'bar',
        name,
        data: data.map((value) => value ?? '-'),
        barMaxWidth: 26,
        label: {
          show: across || names.length * series.length <= 32,
          position: across ? 'right' : 'top',
          color: ink,
          fontSize: size - 1,
          formatter: ({ value }) => (typeof value === 'number' && value !== 0 ? shown(value) : ''),
        },
        labelLayout: { hideOverlap: true },
      }),
    ),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** How many rows the legend takes: one a series where there is little room, else as many names in a row as fit. */
const legendRows = (series: Bars['series'], width: number, narrow: boolean): number =>
  narrow ? series.length : Math.ceil(series.reduce((all, { name }) => all + name.length * 7.5 + 70, 0) / width);

const shortened = (name: string, longest: number): string => (name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name);

/** Where the bars lie across, room for names is measured beforehand; where they stand, the axis makes room for its own. */
const bounds = (across: boolean) =>
  across ? { outerBoundsMode: 'none' as const } : { outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const };
