// The first day of an EDTF date, as libraries want it that know days only.
const SEASONS = { 21: '03', 22: '06', 23: '09', 24: '12' };

export function dated(edtf) {
	return edtf.split('/').map((date) => {
		const [year, month = '01', day = '01'] = date.split('-');
		return `${year}-${SEASONS[month] ?? month}-${day}`;
	});
}
