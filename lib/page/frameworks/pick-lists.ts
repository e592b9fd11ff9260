/** A drop-down list drawn by a framework: how it is built. Data only; the handler is fill/pick-list.ts. */
export interface PickListParts {
  /** The whole control; the field lies in it or is it. */
  box: string;
  /** What opens it, inside the box; the box itself where absent. */
  opener?: string;
  /** Where the chosen text stands, inside the box: an input's value or an element's text; the first that says something. */
  shown: string[];
  /** The options, wherever the list is put in the document. */
  option: string;
  /** Inside or on the box: it takes several answers. */
  several?: string;
}

/** The first whose box is around the field counts. */
export const PICK_LISTS: readonly PickListParts[] = [
  {
    box: '.layui-form-select',
    opener: '.layui-select-title',
    shown: ['input'],
    option: '.layui-form-select dd',
  },
  {
    box: '.el-select',
    opener: '.el-select__wrapper,.el-input',
    shown: ['.el-select__placeholder:not(.is-transparent)', '.el-input__inner'],
    option: '.el-select-dropdown__item',
    several: '.el-select__tags,.el-tag',
  },
  {
    box: '.ant-select:not(.ant-select-auto-complete):not(.ant-cascader):not(.ant-tree-select)',
    opener: '.ant-select-selector,.ant-select-content',
    shown: ['.ant-select-selection-item', '.ant-select-content-has-value'],
    option: '.ant-select-item-option',
    several: '.ant-select-multiple',
  },
  {
    box: '.ivu-select',
    opener: '.ivu-select-selection',
    shown: ['.ivu-select-selected-value', '.ivu-select-input'],
    option: '.ivu-select-item',
    several: '.ivu-select-multiple',
  },
  {
    box: '.arco-select-view-single,.arco-select-view-multiple',
    shown: ['.arco-select-view-value', '.arco-select-view-input'],
    option: '.arco-select-option',
    several: '.arco-select-view-multiple',
  },
  { box: '.t-select__wrap', opener: '.t-input', shown: ['input'], option: '.t-select-option', several: '.t-tag-input' },
  {
    box: '.vxe-select',
    opener: '.vxe-input',
    shown: ['input'],
    option: '.vxe-select-option',
    several: '.is--multiple',
  },
  { box: '.textbox.combo', opener: '.combo-arrow', shown: ['.textbox-text'], option: '.combobox-item' },
];
