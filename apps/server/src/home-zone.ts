/** Policy: where nothing else is said a day begins where it begins in Viet Nam. */
export const HOME_ZONE = 'Asia/Ho_Chi_Minh';
