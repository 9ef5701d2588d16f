export default {
	mode: 'production',
	entry: './main.js',
	module: { rules: [{ test: /\.css$/, use: ['style-loader', 'css-loader'] }] },
};
