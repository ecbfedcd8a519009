import { Failure } from "../../core/data/failure";
import type { Host } from "../calls";
import type { PictureCalls } from "../picture-protocol";

/** What is answered about pictures. */
export function createPictureCalls(): Pick<Host, keyof PictureCalls | "openPictures" | "exportPictures"> {
  const refuse = () => Promise.reject(new Failure({ code: "no-pictures" }));
  return {
    openPictures: refuse,
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
