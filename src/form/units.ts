/** A counting or money unit that stands behind a figure, parted from it by a blank: `10.5 万元`, `3 件`. */
export const LONE_UNIT = /^(?:[万萬]?元|[件条條宗起项項])$/;
