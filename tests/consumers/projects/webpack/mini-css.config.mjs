import MiniCssExtract from 'mini-css-extract-plugin';

export default {
	mode: 'production',
	entry: './main.js',
	module: { rules: [{ test: /\.css$/, use: [MiniCssExtract.loader, 'css-loader'] }] },
	plugins: [new MiniCssExtract()],
};
