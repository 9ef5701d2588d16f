import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag === 'article-timeline';

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
