import { Failure } from "../../core/data/failure";
import type { Host } from "../calls";
import type { PictureCalls } from "../picture-protocol";
import type { Tables } from "../tables";
import { openPictures } from "./open-pictures";

/** What is answered about pictures. */
export function createPictureCalls(tables: Tables): Pick<Host, keyof PictureCalls | "openPictures" | "exportPictures"> {
  const refuse = () => Promise.reject(new Failure({ code: "no-pictures" }));
  return {
    async openPictures([source], tools) {
      const { table, card } = await openPictures(source, tools);
      tables.keep(table);
      return card;
    },
    thumbnails: refuse,
    seen: refuse,
    picture: refuse,
    pictureDetail: refuse,
    heatMaps: refuse,
    judgeMaps: refuse,
    supplyNetwork: refuse,
    exportPictures: refuse,
  };
}
